# Run in the folder that holds "policies".
$ErrorActionPreference = 'Stop'
$env:AWS_PAGER = ''

$PSNativeCommandArgumentPassing = 'Legacy'

# Make the role with its trust policy.
aws iam create-role `
  --role-name QBusinessAnonymousWeb-a1b2c3d4 `
  --assume-role-policy-document file://policies/trustpolicyforanonymous.json `
  --description 'Amazon Q Business anonymous web experience'

# Wait until IAM knows the role everywhere.
aws iam wait role-exists `
  --role-name QBusinessAnonymousWeb-a1b2c3d4

# Put the permissions policy into the role.
aws iam put-role-policy `
  --role-name QBusinessAnonymousWeb-a1b2c3d4 `
  --policy-name QBusinessAnonymousWeb-a1b2c3d4 `
  --policy-document file://policies/permspolicyforwebexperienceanonymous.json

# See whether the application has a web experience already; if so, enter its ID in the form and update it instead.
aws qbusiness list-web-experiences `
  --region us-east-1 `
  --application-id a1b2c3d4-5678-90ab-cdef-example11111

# If it has none, make one with the role. If AWS answers that it cannot assume the role, wait some seconds and repeat: IAM needs time to spread a new role.
# aws qbusiness create-web-experience `
#   --region us-east-1 `
#   --application-id a1b2c3d4-5678-90ab-cdef-example11111 `
#   --role-arn arn:aws:iam::111122223333:role/QBusinessAnonymousWeb-a1b2c3d4
