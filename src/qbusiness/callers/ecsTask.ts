import { awsPages } from '../facts';
import { defineCaller } from './caller';

export const ecsTask = defineCaller({
  kind: 'ecs-task',
  label: 'Amazon ECS task',
  summary: 'ECS assumes the role as the task role, on Fargate or on EC2.',
  source: awsPages.ecsTaskRole,
  fields: [],
  trust: (_values, { partition, region, accountId }) => ({
    sid: 'AllowEcsTasksToAssumeRole',
    principal: { Service: ['ecs-tasks.amazonaws.com'] },
    actions: ['sts:AssumeRole'],
    condition: {
      StringEquals: { 'aws:SourceAccount': [accountId] },
      ArnLike: { 'aws:SourceArn': [`arn:${partition}:ecs:${region}:${accountId}:*`] },
    },
    because:
      'ECS may assume the role for tasks of this account and Region. ECS does not support naming one cluster here.',
    source: awsPages.ecsTaskRole,
  }),
  handover: (_values, { roleArn }) => [
    {
      text: `Set "taskRoleArn" to ${roleArn} in the task definition. It is not the executionRoleArn.`,
    },
    { text: 'Register the task definition and update the service.' },
  ],
});
