import type { ReactNode } from 'react';
import { styled } from '@mui/material/styles';

const Section = styled('section')(({ theme }) => ({
  minInlineSize: 0,
  '& > h2': { ...theme.typography.h2, marginBlockEnd: theme.spacing(1.5) },
}));

export function FilesSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Section>
      <h2>{title}</h2>
      {children}
    </Section>
  );
}
