import Button from '@mui/material/Button';
import ButtonGroup from '@mui/material/ButtonGroup';
import { styled } from '@mui/material/styles';
import { canShare } from '@/browser/share';
import { permissionsPolicyPath, printPolicy, trustPolicyPath } from '@/exporters/policyDocuments';
import { useCompleteRole, type CompleteRole } from '@/state/exportRole';
import { ActionMenu, type MenuAction } from '@/ui/ActionMenu';
import { Icon } from '@/ui/Icon';
import { copyPermissionsPolicy, copyTrustPolicy, saveDocument } from './documentActions';
import { showRefusal } from './refusal';
import { RoleState } from './RoleState';
import { shareRole } from './shareRole';
import { useDownloadFolder } from './useDownloadFolder';

const Row = styled('div')(({ theme }) => ({
  display: 'flex',
  // With large text a phone has no room for both in a line.
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: theme.spacing(1),
  '& > :first-of-type': { flex: 1 },
  '& .MuiButton-root': { whiteSpace: 'nowrap' },
  '@media (max-width: 480px)': { '& .wide': { display: 'none' } },
}));

/** Two buttons have this name, of which one is visible. */
const DOWNLOAD_BUTTON_NAME = 'download-folder';

/** The state of the role and the download button, with a menu of all other exports. */
export function RoleActions() {
  const download = useDownloadFolder();
  const completeRole = useCompleteRole(showRefusal);
  const withRole = (act: (role: CompleteRole) => void) => () => {
    const role = completeRole();
    if (role) act(role);
  };
  const menu: readonly MenuAction[] = [
    {
      label: 'Copy permissions policy',
      icon: 'copy',
      onSelect: withRole(({ plan }) => copyPermissionsPolicy(plan)),
    },
    {
      label: 'Copy trust policy',
      icon: 'copy',
      onSelect: withRole(({ plan }) => copyTrustPolicy(plan)),
    },
    {
      label: 'Download permissions policy',
      icon: 'download',
      startsSection: true,
      onSelect: withRole(({ plan }) =>
        saveDocument(
          permissionsPolicyPath(plan),
          printPolicy(plan.permissionsPolicy.document).text,
        ),
      ),
    },
    {
      label: 'Download trust policy',
      icon: 'download',
      onSelect: withRole(({ plan }) => {
        if (plan.target === 'new-role') {
          saveDocument(trustPolicyPath(plan), printPolicy(plan.role.trustPolicy).text);
        }
      }),
    },
    ...(canShare({ text: 'policies' })
      ? [
          {
            label: 'Share with another app',
            icon: 'share' as const,
            startsSection: true,
            onSelect: withRole((role) => void shareRole(role)),
          },
        ]
      : []),
    { label: 'All files', icon: 'file', href: '#/build/files', startsSection: true },
  ];
  return (
    <Row>
      <RoleState />
      <ButtonGroup variant="contained" color="primary" size="small" disableElevation>
        <Button
          variant="contained"
          color="primary"
          name={DOWNLOAD_BUTTON_NAME}
          startIcon={<Icon name="download" />}
          onClick={download}
        >
          Download<span className="wide">&nbsp;folder</span>
        </Button>
        <ActionMenu
          actions={menu}
          renderButton={(button) => (
            <Button
              {...button}
              variant="contained"
              color="primary"
              aria-label="More downloads and copies"
              title="More downloads and copies"
              sx={{ paddingInline: 0 }}
            >
              <Icon name="chevronDown" />
            </Button>
          )}
        />
      </ButtonGroup>
    </Row>
  );
}
