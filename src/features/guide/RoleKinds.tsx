import { styled } from '@mui/material/styles';
import { roleKinds } from '@/qbusiness/roleKinds';

const Frame = styled('div')(({ theme }) => ({
  overflowX: 'auto',
  backgroundColor: theme.vars.palette.background.paper,
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.vars.shape.borderRadius,
  '& table': { ...theme.typography.body2, borderCollapse: 'collapse', minInlineSize: '44rem' },
  '& :is(th, td)': {
    padding: theme.spacing(1, 2),
    textAlign: 'start',
    verticalAlign: 'top',
  },
  '& thead th': {
    ...theme.typography.caption,
    fontWeight: 600,
    color: theme.vars.palette.text.secondary,
    backgroundColor: theme.vars.palette.sunken,
  },
  '& tbody :is(th, td)': { borderBlockStart: `1px solid ${theme.vars.palette.divider}` },
}));

export function RoleKinds() {
  return (
    <section>
      <h2 id="role-kinds">Four roles that are easily mixed up</h2>
      <p>
        Two service principals look alike: <code>qbusiness.amazonaws.com</code> writes the metrics
        and logs of the application, <code>application.qbusiness.amazonaws.com</code> chats for the
        visitor.
      </p>
      {/* A region that scrolls is reachable from the keyboard: WCAG 2.1.1. */}
      <Frame role="region" aria-labelledby="role-kinds" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Role</th>
              <th scope="col">Assumed by</th>
              <th scope="col">For</th>
              <th scope="col">Its ARN goes to</th>
            </tr>
          </thead>
          <tbody>
            {roleKinds.map(({ name, principal, purpose, arnGoesTo }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{principal}</td>
                <td>{purpose}</td>
                <td>{arnGoesTo}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Frame>
    </section>
  );
}
