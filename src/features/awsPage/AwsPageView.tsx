import { styled } from '@mui/material/styles';
import { awsPages } from '@/qbusiness/facts';
import { publishedPolicies } from '@/qbusiness/publishedPolicies';
import { checkSession } from '@/state/check/checkSession';
import { navigate } from '@/state/route';
import { Button } from '@/ui/Button';
import { ExternalLink } from '@/ui/ExternalLink';
import { ClosureNotice } from './ClosureNotice';
import { DefectList } from './DefectList';
import { RoleKinds } from './RoleKinds';
import { ServiceLinkedRole } from './ServiceLinkedRole';

const Scroll = styled('div')({
  '@media screen and (min-height: 480px)': { blockSize: '100%', overflowY: 'auto' },
});

const Article = styled('article')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gap: theme.spacing(4),
  gridTemplateColumns: 'minmax(0, 1fr)',
  maxInlineSize: '72rem',
  marginInline: 'auto',
  padding: theme.spacing(3),
  '@media (max-width: 600px)': { padding: theme.spacing(2), gap: theme.spacing(3) },
  '& section': {
    display: 'grid',
    gap: theme.spacing(1.5),
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  '& h1': theme.typography.h1,
  '& h2': theme.typography.h2,
  '& h3': { ...theme.typography.h3, marginBlockStart: theme.spacing(1) },
  '& section > p': { maxInlineSize: '46rem' },
}));

const Head = styled('header')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1, 2),
  '& > div': { flex: '1 1 20rem' },
}));

/** The mistakes of AWS's page, what this tool writes instead, and related facts. */
export default function AwsPageView() {
  const tryInCheck = () => {
    checkSession.add(publishedPolicies.map(({ name, text }) => ({ name: `${name}.json`, text })));
    navigate({ workspace: 'check', tab: 'findings' });
  };
  return (
    <Scroll>
      <Article>
        <Head>
          <div>
            <h1>AWS’s page on anonymous access</h1>
            <p>
              <ExternalLink href={awsPages.anonymousPolicies}>
                IAM policies for anonymous applications
              </ExternalLink>
            </p>
          </div>
          <Button icon="arrowRight" onClick={tryInCheck}>
            Try AWS’s text in Check
          </Button>
        </Head>
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
