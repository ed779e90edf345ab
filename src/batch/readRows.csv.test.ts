import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printDelimited, readDelimited } from './readDelimited';
import { readBatch } from './readRows';

const id = '7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17';
const other = '8f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b18';

const texts = (text: string) => readBatch(text).rows.map((row) => row.texts);
const messages = (text: string) => readBatch(text).remarks.map(({ message }) => message);

describe('a CSV file', () => {
  test.each([
    ['commas', `region,accountId,applicationId\nus-east-1,222233334444,${id}`],
    ['semicolons', `region;accountId;applicationId\nus-east-1;222233334444;${id}`],
    ['tabs', `region\taccountId\tapplicationId\nus-east-1\t222233334444\t${id}`],
    [
      'a byte order mark',
      `\uFEFFregion,accountId,applicationId\r\nus-east-1,222233334444,${id}\r\n`,
    ],
    ['quotes', `"region","accountId","applicationId"\n"us-east-1","222233334444","${id}"`],
    ['another order', `Application ID;AWS Region;Account\n${id};us-east-1;222233334444`],
    ['an ARN', `arn\narn:aws:qbusiness:us-east-1:222233334444:application/${id}`],
    ['text formulas', `region,account,application\nus-east-1,="222233334444",${id}`],
    ['an apostrophe', `region,account,application\nus-east-1,'222233334444,${id}`],
  ])('with %s', (_, text) => {
    expect(texts(text)).toEqual([
      { region: 'us-east-1', accountId: '222233334444', applicationId: id },
    ]);
  });

  test('keeps the line of each row, over quoted line breaks and empty lines', () => {
    const text = `name,applicationId\n"Help\ndesk",${id}\n\nJobs,${other}\n`;
    expect(readBatch(text).rows.map(({ line, name }) => [line, name])).toEqual([
      [2, 'Help\ndesk'],
      [5, 'Jobs'],
    ]);
  });

  test('leaves no column out unsaid', () => {
    expect(messages(`applicationId,name,colour,title\n${id},Help,red,Jobs`)).toEqual([
      'The column “colour” is left out',
      'The column “title” is left out: an earlier column holds the name',
    ]);
  });

  test.each([
    [
      `Application,Application ID,Owner,Account ID,Location,Region\nHelp desk,${id},Web team,222233334444,Dublin,us-east-1`,
      [
        'The column “Application” is read as the name: “Application ID” holds the values',
        'The column “Owner” is left out: “Account ID” holds the values',
        'The column “Location” is left out: “Region” holds the values',
      ],
    ],
    [
      `App,ARN,Account\nHelp desk,arn:aws:qbusiness:us-east-1:222233334444:application/${id},222233334444`,
      ['The column “App” is read as the name: “ARN” holds the values'],
    ],
  ])('tells names from the values that a column beside them holds: %s', (text, remarks) => {
    const { rows, remarks: said } = readBatch(text);
    expect(said.map(({ message }) => message)).toEqual(remarks);
    expect(rows.map(({ name, texts: read }) => ({ name, ...read }))).toEqual([
      { name: 'Help desk', region: 'us-east-1', accountId: '222233334444', applicationId: id },
    ]);
  });

  test.each([
    ['equal', `region,applicationId,Region\nus-east-1,${id},us-east-1`, { region: 'us-east-1' }],
    ['one empty', `region,applicationId,Region\n,${id},us-east-1`, { region: 'us-east-1' }],
    [
      'differing',
      `region,app,AWS Region\nus-east-1,${id},eu-west-1`,
      { region: 'us-east-1 ≠ eu-west-1' },
    ],
    [
      'three',
      `app,app id,application\n${id},${other},${id}`,
      { applicationId: `${id} ≠ ${other}` },
    ],
  ])('keeps both cells of two columns for one value where they differ: %s', (_, text, values) => {
    expect(texts(text)).toEqual([{ applicationId: id, ...values }]);
    expect(messages(text)).toEqual([]);
  });

  test.each([
    `name,applicationId,title\n"Help,${id}\nJobs,${other},"\n`,
    `applicationId,name\n${id},"Help\n${other},"Jobs"\n`,
    `applicationId;colour\n${id};"red\n${other};blue\n${id};"green"\n`,
  ])('says where a row stands in a cell of another: %j', (text) => {
    const remark = readBatch(text).remarks.find(({ message }) =>
      message.startsWith('A quotation mark is'),
    );
    expect(remark?.line).toBe(2);
    expect(remark?.isLoss).toBe(true);
  });

  test.each([
    [`applicationId,name\n${id},"Help" desk\n`, 2],
    [`applicationId,name\n"${id}" ,Help\n`, 2],
    [`applicationId,name\n${id},"Help\n""desk"""\n"${other}"x,y`, 4],
  ])('says where text stands behind a quoted cell: %j', (text, line) => {
    const remark = readBatch(text).remarks.find(({ message }) => message.startsWith('Text stands'));
    expect(remark).toMatchObject({ line, isLoss: true });
  });

  test.each([
    `applicationId,name\n${id},"Help\n""desk"", ""Jobs"""\n"${other}",\n\n`,
    `applicationId,name\n${id},Help "desk" 5"\n${other},""`,
  ])('finds nothing wrong in %j', (text) => {
    expect(readBatch(text).remarks).toEqual([]);
  });

  test.each(['tags', 'Allowed origins', 'ip-range', 'functionName', 'OIDC provider'])(
    'leaves out a column “%s” as a loss, unless it is empty',
    (heading) => {
      const [first] = readBatch(`applicationId,${heading}\n${id},x\n`).remarks;
      expect(first).toMatchObject({ line: 1, isLoss: true });
      const [empty] = readBatch(`applicationId,${heading}\n${id},\n`).remarks;
      expect(empty).toEqual({ line: 1, message: `The column “${heading}” is left out` });
    },
  );

  test('takes a cell of several lines for no row', () => {
    const text = `applicationId,name\n${id},"Help, in place of\n${other}\nof last year, too"\n`;
    expect(readBatch(text).remarks).toEqual([]);
  });

  test('says when a line has more cells than the head', () => {
    expect(readBatch(`applicationId,name\n${id},a,b`).remarks).toEqual([
      {
        line: 2,
        message: '3 cells under 2 headings: quote a cell that holds the delimiter',
        isLoss: true,
      },
    ]);
  });

  test('takes names of JavaScript’s own objects for nothing but text', () => {
    expect(texts(`applicationId,__proto__,constructor\n${id},x,y`)).toEqual([
      { applicationId: id },
    ]);
  });

  test.each([
    ['a title', 'Inventory\n'],
    ['what a spreadsheet says of its delimiter', 'sep=;\n'],
    ['a title with cells', 'Chat;2026;;\n;;;\n'],
  ])('with %s above its headings', (_, above) => {
    const text = `${above}region;account;application;name\nus-east-1;222233334444;${id};Help, desk`;
    expect(readBatch(text).rows).toMatchObject([
      {
        name: 'Help, desk',
        texts: { region: 'us-east-1', accountId: '222233334444', applicationId: id },
      },
    ]);
    expect(messages(text)).toEqual(
      above.startsWith('sep') ? [] : ['The line is left out: it stands above the headings'],
    );
  });

  test('as Markdown', () => {
    expect(
      texts(
        `| Region | Account | Application |\n| --- | ---: | --- |\n| us-east-1 | 222233334444 | ${id} |`,
      ),
    ).toEqual([{ region: 'us-east-1', accountId: '222233334444', applicationId: id }]);
  });

  test('with headings of another language: cells are told by their form, which is said', () => {
    const text = `Bezeichnung;Konto;Region;Anwendung\nHilfe;222233334444;eu-central-1;${id}\nJobs;022233334444;eu-central-1;${other}`;
    expect(readBatch(text)).toMatchObject({
      rows: [
        { line: 2, name: 'Hilfe', texts: { accountId: '222233334444', applicationId: id } },
        { line: 3, name: 'Jobs', texts: { accountId: '022233334444', applicationId: other } },
      ],
      remarks: [{ line: 1, message: 'The headings are not known: each cell was told by its form' }],
    });
  });

  test('with a heading that is not known: cells of several kinds do not tell what it is', () => {
    const text = `Ort,Application\nus-east-1,${id}\n222233334444,${other}`;
    expect(readBatch(text)).toMatchObject({
      rows: [{ texts: { applicationId: id } }, { texts: { applicationId: other } }],
      remarks: [{ message: 'The column “Ort” is left out' }],
    });
  });

  test('with some headings of another language: their columns are told by the cells', () => {
    const text = `Nom,Compte,Région,Application\nAide,222233334444,us-east-1,${id}\nJobs,,us-west-2,${other}`;
    expect(readBatch(text)).toMatchObject({
      rows: [
        { texts: { accountId: '222233334444', region: 'us-east-1', applicationId: id } },
        { texts: { region: 'us-west-2', applicationId: other } },
      ],
      remarks: [
        { message: 'The column “Nom” is left out' },
        { message: 'The column “Compte” is read as Account ID, by its cells' },
        { message: 'The column “Région” is read as Region, by its cells' },
      ],
    });
  });

  test('splits an ARN wherever it stands, and leaves one that says otherwise as it is', () => {
    const arn = `arn:aws:qbusiness:us-west-2:222233334444:application/${id}`;
    expect(texts(`application\n${arn}`)).toEqual([
      { region: 'us-west-2', accountId: '222233334444', applicationId: id },
    ]);
    expect(texts(`arn,account\n${arn},2222-3333-4444`)[0]?.region).toBe('us-west-2');
    for (const head of ['arn,region', 'region,arn']) {
      const cells = head.startsWith('arn') ? `${arn},us-east-1` : `us-east-1,${arn}`;
      expect(texts(`${head}\n${cells}`)).toEqual([{ region: 'us-east-1', applicationId: arn }]);
    }
  });

  test('says where a quotation mark is never closed', () => {
    const text = `applicationId,name\n${id},"Help\n${other},Jobs\n`;
    expect(readBatch(text).remarks).toEqual([
      {
        line: 2,
        message: 'A quotation mark is never closed: all lines behind it are read as one cell',
        isLoss: true,
      },
    ]);
    expect(readBatch(`applicationId,name\n${id},"Help\ndesk"\n`).remarks).toEqual([]);
  });

  test('never pads an account', () => {
    expect(texts(`account,application\n12345678901,${id}`)[0]?.accountId).toBe('12345678901');
  });
});

test('no printed cell is a formula, and every cell is read back as it was', () => {
  const cell = fc.string({ unit: 'binary' }).map((text) =>
    text
      .trim()
      .replaceAll(/[\r\n\0]/g, ' ')
      .trim(),
  );
  const safe = cell.filter((text) => !text.startsWith("'") && !text.startsWith('="'));
  fc.assert(
    fc.property(fc.array(safe, { minLength: 2, maxLength: 5 }), (cells) => {
      fc.pre(cells.some((text) => text !== ''));
      const printed = printDelimited([['a', 'b', 'c', 'd', 'e'].slice(0, cells.length), cells]);
      const [, line = ''] = printed.split('\n');
      expect(line).not.toMatch(/(?:^|,)"?[=+\-@\t]/);
      expect(readDelimited(printed)[1]?.cells).toEqual(cells);
    }),
  );
});
