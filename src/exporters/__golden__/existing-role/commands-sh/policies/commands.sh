#!/bin/sh
# Run in the folder that holds "policies".
set -eu
export AWS_PAGER=''

# Make the permissions policy.
aws iam create-policy \
  --policy-name QBusinessAnonymousApi-a1b2c3d4 \
  --policy-document file://policies/permspolicyforAPIanonymous.json

# Attach it to the role.
aws iam attach-role-policy \
  --role-name my-backend-role \
  --policy-arn arn:aws:iam::111122223333:policy/QBusinessAnonymousApi-a1b2c3d4

# The role has the permission at once: nothing else to configure.
