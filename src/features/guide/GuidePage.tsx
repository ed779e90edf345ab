import { styled } from '@mui/material/styles';
import { ClosureNotice } from './ClosureNotice';
import { DefectList } from './DefectList';
import { RoleKinds } from './RoleKinds';
import { ServiceLinkedRole } from './ServiceLinkedRole';

const Scroll = styled('div')({ blockSize: '100%', overflowY: 'auto' });

const Article = styled('article')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(4),
  gridTemplateColumns: 'minmax(0, 1fr)',
  maxInlineSize: '64rem',
  marginInline: 'auto',
  padding: theme.spacing(3),
  '@media (max-width: 600px)': { padding: theme.spacing(2) },
  '& section': {
    display: 'grid',
    gap: theme.spacing(1.5),
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  '& h2': theme.typography.h2,
  '& h3': { ...theme.typography.h3, marginBlockStart: theme.spacing(1) },
  '& section > p': { ...theme.typography.body1, maxInlineSize: '44rem' },
}));

/** What AWS's page says, what fails, what is made instead, and what stands around it. */
export default function GuidePage() {
  return (
    <Scroll>
      <Article>
        <ClosureNotice />
        <DefectList />
        <RoleKinds />
        <ServiceLinkedRole />
        <p>
          <a href="./THIRD-PARTY-NOTICES.txt">Licences of the software in this page</a>
        </p>
      </Article>
    </Scroll>
  );
}
