#!/bin/sh
# Run in the folder that holds "policies".
set -eu
export AWS_PAGER=''

# Make the role with its trust policy.
aws iam create-role \
  --role-name=-r+=,.@- \
  --assume-role-policy-document file://policies/trustpolicyforAPIanonymous.json \
  --path /team/a=b/ \
  --description 'it'\''s "$(id)" `x` %PATH% & café ÿ \' \
  --max-session-duration 7200 \
  --permissions-boundary arn:aws:iam::111122223333:policy/limits/Boundary \
  --tags '[ {"Key":"cost centre é","Value":"a=b @ :/+-"}, {"Key":"team","Value":""} ]'

# Wait until IAM knows the role everywhere.
aws iam wait role-exists \
  --role-name=-r+=,.@-

# Make the permissions policy.
aws iam create-policy \
  --policy-name p+=,.@- \
  --policy-document file://policies/permspolicyforAPIanonymous.json

# Attach it to the role.
aws iam attach-role-policy \
  --role-name=-r+=,.@- \
  --policy-arn arn:aws:iam::111122223333:policy/p+=,.@-

# As the role of the other account, ask AWS STS for credentials.
aws sts assume-role \
  --role-arn arn:aws:iam::111122223333:role/team/a=b/-r+=,.@- \
  --role-session-name qbusiness-chat
