import { JsonRanges } from '../../syntax/jsonRanges';
import { maxYamlLength, parseYaml } from '../../syntax/parseYaml';
import type { Reader, SourceTree } from './source';

/** Names of which the text must contain one to be read as YAML: prose is valid YAML, too. */
const knownName =
  /^[ \t-]{0,200}["']?(?:Statement|[A-Za-z_]{0,40}[pP]olicy\w{0,40}|Resources|Roles?|RoleDetailList|TemplateBody|PolicyVersion)["']?:(?:\s|$)/m;

/** JSON with mistakes, which YAML mostly allows and IAM does not. */
const likeJson = /^\s*[{[](?![{%])/;

/** Templates of CloudFormation and answers of the AWS CLI in YAML. */
export const yaml: Reader = {
  name: 'YAML',
  maxLength: maxYamlLength,
  read: (source) => {
    if (likeJson.test(source.text) || !knownName.test(source.text)) return undefined;
    const documents = parseYaml(source.text);
    return (
      documents && {
        trees: documents.map(({ value, node }): SourceTree => ({
          source,
          value,
          ranges: new JsonRanges(node),
          range: node.value,
          isJson: false,
          issues: [],
          repairs: [],
        })),
      }
    );
  },
};
