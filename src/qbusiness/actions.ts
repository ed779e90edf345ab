import type { ActionCatalogue } from '../iam/actionCatalogue';
import type { HttpsUrl } from '../iam/document';
import { awsPages } from './facts';

export type AccessLevel = 'Read' | 'List' | 'Write' | 'Tagging' | 'Permissions management';

export interface ServiceAction {
  /** `qbusiness:Chat`. */
  readonly action: string;
  readonly accessLevel: AccessLevel;
  /** The types of resource that the action needs, all of them; empty for `*`. */
  readonly resourceTypes: readonly string[];
}

/** The actions of the service, as AWS lists them. */
export interface QBusinessActions {
  /** The day of the data; AWS may have added actions since. */
  readonly date: string;
  readonly source: HttpsUrl;
  readonly actions: readonly ServiceAction[];
}

/** Name, access level, and the types of resource that are required, separated by spaces. */
const rows = [
  ['AllowVendedLogDeliveryForResource', 'Permissions management', 'application'],
  ['AssociatePermission', 'Write', 'application'],
  ['BatchDeleteDocument', 'Write', 'application index'],
  ['BatchPutDocument', 'Write', 'application index'],
  ['CancelSubscription', 'Write', 'application subscription'],
  ['Chat', 'Read', 'application'],
  ['ChatSync', 'Read', 'application'],
  ['CheckDocumentAccess', 'Read', 'application index'],
  ['CreateAnonymousWebExperienceUrl', 'Write', 'application web-experience'],
  ['CreateApplication', 'Write', 'none'],
  ['CreateChatResponseConfiguration', 'Write', 'application'],
  ['CreateDataAccessor', 'Write', 'application'],
  ['CreateDataAccessorWithTti', 'Write', 'application'],
  ['CreateDataSource', 'Write', 'application index'],
  ['CreateIndex', 'Write', 'application'],
  ['CreateIntegration', 'Write', 'application'],
  ['CreatePlugin', 'Write', 'application'],
  ['CreateRetriever', 'Write', 'application'],
  ['CreateSubscription', 'Write', 'application'],
  ['CreateUser', 'Write', 'application'],
  ['CreateWebExperience', 'Write', 'application'],
  ['DeleteApplication', 'Write', 'application'],
  ['DeleteAttachment', 'Write', 'application'],
  ['DeleteChatControlsConfiguration', 'Write', 'application'],
  ['DeleteChatResponseConfiguration', 'Write', 'application chat-response-configuration'],
  ['DeleteConversation', 'Write', 'application'],
  ['DeleteDataAccessor', 'Write', 'application data-accessor'],
  ['DeleteDataSource', 'Write', 'application data-source index'],
  ['DeleteGroup', 'Write', 'application index'],
  ['DeleteIndex', 'Write', 'application index'],
  ['DeleteIntegration', 'Write', 'application integration'],
  ['DeletePlugin', 'Write', 'application plugin'],
  ['DeleteRetriever', 'Write', 'application retriever'],
  ['DeleteUser', 'Write', 'application'],
  ['DeleteWebExperience', 'Write', 'application web-experience'],
  ['DisableAclOnDataSource', 'Write', 'application'],
  ['DisassociatePermission', 'Write', 'application'],
  ['GetApplication', 'Read', 'application'],
  ['GetChatControlsConfiguration', 'List', 'application'],
  ['GetChatResponseConfiguration', 'Read', 'application chat-response-configuration'],
  ['GetDataAccessor', 'Read', 'application data-accessor'],
  ['GetDataSource', 'Read', 'application data-source index'],
  ['GetDocumentContent', 'Read', 'application index'],
  ['GetGroup', 'Read', 'application index'],
  ['GetIndex', 'Read', 'application index'],
  ['GetIntegration', 'Read', 'application integration'],
  ['GetMedia', 'Read', 'application'],
  ['GetPlugin', 'Read', 'application plugin'],
  ['GetPolicy', 'Read', 'application'],
  ['GetRetriever', 'Read', 'application retriever'],
  ['GetUser', 'Read', 'application'],
  ['GetWebExperience', 'Read', 'application web-experience'],
  ['ListApplications', 'List', 'none'],
  ['ListAttachments', 'List', 'application'],
  ['ListChatResponseConfigurations', 'List', 'application'],
  ['ListConversations', 'List', 'application'],
  ['ListDataAccessors', 'List', 'application'],
  ['ListDataSourceSyncJobs', 'List', 'application data-source index'],
  ['ListDataSources', 'List', 'application index'],
  ['ListDocuments', 'List', 'application index'],
  ['ListGroups', 'List', 'application index'],
  ['ListIndices', 'List', 'application'],
  ['ListIntegrations', 'List', 'application'],
  ['ListMessages', 'List', 'application'],
  ['ListPluginActions', 'Read', 'application plugin'],
  ['ListPluginTypeActions', 'Read', 'none'],
  ['ListPluginTypeMetadata', 'Read', 'none'],
  ['ListPlugins', 'List', 'application'],
  ['ListRetrievers', 'List', 'application'],
  ['ListSubscriptions', 'List', 'application'],
  ['ListTagsForResource', 'Read', 'any'],
  ['ListWebExperiences', 'List', 'application'],
  ['PutFeedback', 'Write', 'application'],
  ['PutGroup', 'Write', 'application index'],
  ['PutResourcePolicy', 'Write', 'application'],
  ['SearchRelevantContent', 'Read', 'application'],
  ['StartDataSourceSyncJob', 'Write', 'application data-source index'],
  ['StartDeployment', 'Write', 'application integration'],
  ['StopDataSourceSyncJob', 'Write', 'application data-source index'],
  ['TagResource', 'Tagging', 'any'],
  ['UntagResource', 'Tagging', 'any'],
  ['UpdateApplication', 'Write', 'application'],
  ['UpdateChatControlsConfiguration', 'Write', 'application'],
  ['UpdateChatResponseConfiguration', 'Write', 'application chat-response-configuration'],
  ['UpdateDataAccessor', 'Write', 'application data-accessor'],
  ['UpdateDataSource', 'Write', 'application data-source index'],
  ['UpdateIndex', 'Write', 'application index'],
  ['UpdateIntegration', 'Write', 'application integration'],
  ['UpdatePlugin', 'Write', 'application plugin'],
  ['UpdateRetriever', 'Write', 'application retriever'],
  ['UpdateSubscription', 'Write', 'application subscription'],
  ['UpdateUser', 'Write', 'application'],
  ['UpdateWebExperience', 'Write', 'application web-experience'],
] as const satisfies readonly (readonly [string, AccessLevel, string])[];

/** Takes any resource of the service that can carry tags. */
const taggable = 'application';

/**
 * Every action of Amazon Q Business.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonqbusiness.html
 */
export const actionCatalogue: QBusinessActions = {
  date: '2026-09-26',
  source: awsPages.serviceAuthorization,
  actions: rows.map(([name, accessLevel, resources]) => ({
    action: `qbusiness:${name}`,
    accessLevel,
    resourceTypes: resourceTypesOf(resources),
  })),
};

function resourceTypesOf(resources: string): readonly string[] {
  if (resources === 'none') return [];
  return resources === 'any' ? [taggable] : resources.split(' ');
}

/**
 * Actions of signed-in users, which an anonymous application refuses.
 *
 * @see https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/create-anonymous-application.html
 */
export const identityOnlyActions: ReadonlySet<string> = new Set([
  'qbusiness:ListConversations',
  'qbusiness:ListMessages',
  'qbusiness:DeleteConversation',
  'qbusiness:ListAttachments',
  'qbusiness:DeleteAttachment',
  'qbusiness:ListPlugins',
  'qbusiness:ListPluginActions',
  'qbusiness:ListPluginTypeActions',
  'qbusiness:ListPluginTypeMetadata',
  'qbusiness:GetMedia',
  'qbusiness:GetDocumentContent',
  'qbusiness:SearchRelevantContent',
]);

/** The catalogue as the rules of the policy language read it. */
export const serviceCatalogue: ActionCatalogue = {
  asOf: actionCatalogue.date,
  source: actionCatalogue.source,
  services: { qbusiness: rows.map(([name]) => name) },
};
