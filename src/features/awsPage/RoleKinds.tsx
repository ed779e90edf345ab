import { roleKinds } from '@/qbusiness/roleKinds';
import { RowTable } from '@/ui/RowTable';
import { WordBreaks } from '@/ui/WordBreaks';

const columns = [
  { label: 'Role', width: '18%' },
  { label: 'Assumed by', width: '26%' },
  { label: 'For', width: '22%' },
  { label: 'Its ARN goes to', width: '34%' },
];

export function RoleKinds() {
  return (
    <section>
      <h2>Four roles that are easily mixed up</h2>
      <p>
        Two service principals look alike: <code>qbusiness.amazonaws.com</code> writes metrics and
        logs, <code>application.qbusiness.amazonaws.com</code> chats for the visitor.
      </p>
      <RowTable
        label="Four roles"
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
