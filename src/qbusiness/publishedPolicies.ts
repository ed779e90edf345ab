/** A document of AWS's page, with the mistakes that it has there. */
export interface PublishedPolicy {
  /** The name of the file in which AWS's page saves it; its commands read a file with an extension. */
  readonly name: string;
  readonly text: string;
}

const APPLICATION = 'arn:aws:qbusiness:{{region}}:{{account_id}}:application/{{application_id}}';

/**
 * The policies of the web experience as AWS publishes them: two commas after the version, and one
 * after the last action.
 *
 * @see https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/anonymous-application-iam-policies.html
 */
export const publishedPolicies: readonly PublishedPolicy[] = [
  {
    name: 'permspolicyforwebexperienceanonymous',
    text: `{
    "Version": "2012-10-17",,
    "Statement": [
        {
            "Sid": "QBusinessAnonymousWebExperienceConversationPermissions",
            "Effect": "Allow",
            "Action": [
                "qbusiness:Chat",
                "qbusiness:ChatSync",
                "qbusiness:PutFeedback",
                "qbusiness:GetChatControlsConfiguration",
                "qbusiness:GetApplication",
            ],
            "Resource": "${APPLICATION}"
        }
    ]
}
`,
  },
  {
    name: 'trustpolicyforanonymous',
    text: `{
    "Version": "2012-10-17",,
    "Statement": [
        {
            "Sid": "QBusinessTrustPolicy",
            "Effect": "Allow",
            "Principal": {
                "Service": "application.qbusiness.amazonaws.com"
            },
            "Action": "sts:AssumeRole",
            "Condition": {
                "StringEquals": {
                    "aws:SourceAccount": "{{account_id}}"
                },
                "ArnEquals": {
                    "aws:SourceArn": "${APPLICATION}"
                }
            }
        }
    ]
}
`,
  },
];
