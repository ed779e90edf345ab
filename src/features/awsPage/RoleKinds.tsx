import { APPLICATION_PRINCIPAL, WEB_EXPERIENCE_PRINCIPAL } from '@/qbusiness/facts';
import { roleKinds } from '@/qbusiness/roleKinds';
import { RowTable } from '@/ui/RowTable';
import { WordBreaks } from '@/ui/WordBreaks';
import { capital, countWord } from '@/words/counts';

const columns = [
  { label: 'Role', width: '18%' },
  { label: 'Assumed by', width: '26%' },
  { label: 'For', width: '22%' },
  { label: 'Its ARN goes to', width: '34%' },
];

export function RoleKinds() {
  return (
    <section>
      <h2>{capital(countWord(roleKinds.length))} roles that are easily mixed up</h2>
      <p>
        Two service principals look alike: <code>{APPLICATION_PRINCIPAL}</code> writes metrics and
        logs, <code>{WEB_EXPERIENCE_PRINCIPAL}</code> chats for the visitor.
      </p>
      <RowTable
        label="Roles that are easily mixed up"
        columns={columns}
        rows={roleKinds.map(({ name, principal, purpose, arnGoesTo }) => ({
          key: name,
          cells: [
            <strong key="name">{name}</strong>,
            principal.endsWith('.amazonaws.com') ? (
              <code key="principal">
                <WordBreaks>{principal}</WordBreaks>
              </code>
            ) : (
              principal
            ),
            purpose,
            arnGoesTo,
          ],
        }))}
      />
    </section>
  );
}
