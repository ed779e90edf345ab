import type { ReactNode } from 'react';
import { styled } from '@mui/material/styles';

const Section = styled('section')(({ theme }) => ({
  minInlineSize: 0,
  // What is far from being seen is neither laid out nor painted.
  contentVisibility: 'auto',
  containIntrinsicBlockSize: 'auto 40rem',
  // The rings of focused controls at its edge.
  overflowClipMargin: '0.5rem',
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
