const count = { type: 'integer', minimum: 0 };
const position = { type: 'integer', minimum: 1 };
const uri = { type: 'string', format: 'uri-reference' };
const message = {
  type: 'object',
  required: ['text'],
  additionalProperties: false,
  properties: { text: { type: 'string', minLength: 1 } },
};
const region = {
  type: 'object',
  required: ['startLine', 'startColumn', 'endLine', 'endColumn'],
  additionalProperties: false,
  properties: {
    startLine: position,
    startColumn: position,
    endLine: position,
    endColumn: position,
  },
};
const artifactLocation = {
  type: 'object',
  required: ['uri'],
  additionalProperties: false,
  properties: { uri, index: count },
};
const level = { enum: ['none', 'note', 'warning', 'error'] };

const replacement = {
  type: 'object',
  required: ['deletedRegion'],
  additionalProperties: false,
  properties: {
    deletedRegion: region,
    insertedContent: {
      type: 'object',
      additionalProperties: false,
      properties: { text: { type: 'string' } },
    },
  },
};

const result = {
  type: 'object',
  required: ['message', 'ruleId', 'ruleIndex', 'level', 'locations', 'partialFingerprints'],
  additionalProperties: false,
  properties: {
    ruleId: { type: 'string' },
    ruleIndex: count,
    level,
    message,
    locations: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['physicalLocation'],
        additionalProperties: false,
        properties: {
          physicalLocation: {
            type: 'object',
            required: ['artifactLocation'],
            additionalProperties: false,
            properties: { artifactLocation, region },
          },
        },
      },
    },
    partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
    properties: { type: 'object' },
    fixes: {
      type: 'array',
      items: {
        type: 'object',
        required: ['artifactChanges'],
        additionalProperties: false,
        properties: {
          description: message,
          artifactChanges: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['artifactLocation', 'replacements'],
              additionalProperties: false,
              properties: {
                artifactLocation,
                replacements: { type: 'array', minItems: 1, items: replacement },
              },
            },
          },
        },
      },
    },
  },
};

/**
 * The part of SARIF 2.1.0 that a log of ours uses, as strict as the standard or stricter.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarifSchema = {
  type: 'object',
  required: ['version', 'runs'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string', format: 'uri' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      items: {
        type: 'object',
        required: ['tool', 'results'],
        additionalProperties: false,
        properties: {
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          tool: {
            type: 'object',
            required: ['driver'],
            additionalProperties: false,
            properties: {
              driver: {
                type: 'object',
                required: ['name'],
                additionalProperties: false,
                properties: {
                  name: { type: 'string' },
                  version: { type: 'string' },
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: {
                      type: 'object',
                      required: ['id'],
                      additionalProperties: false,
                      properties: {
                        id: { type: 'string' },
                        shortDescription: message,
                        helpUri: { type: 'string', format: 'uri' },
                        defaultConfiguration: {
                          type: 'object',
                          additionalProperties: false,
                          properties: { level },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
          artifacts: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              properties: { location: artifactLocation },
            },
          },
          results: { type: 'array', items: result },
        },
      },
    },
  },
} as const;
