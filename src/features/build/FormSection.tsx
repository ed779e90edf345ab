import { styled } from '@mui/material/styles';
import { useId, type ReactNode } from 'react';

const Section = styled('section')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(1.5),
}));

const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  minBlockSize: '2rem',
  '& > h2': { flex: 1 },
});

const Title = styled('h2')(({ theme }) => theme.typography.h2);

interface FormSectionProps {
  readonly title: string;
  /** Buttons at the end of the title row. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A group of fields under a heading. */
export function FormSection({ title, tools, children }: FormSectionProps) {
  const id = useId();
  return (
    <Section aria-labelledby={id}>
      <Head>
        <Title id={id}>{title}</Title>
        {tools}
      </Head>
      {children}
    </Section>
  );
}
