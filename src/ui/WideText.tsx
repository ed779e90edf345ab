import { styled } from '@mui/material/styles';
import { visuallyHidden } from './VisuallyHidden';

/** The part of a label that narrow screens leave to screen readers; its icon or its first word stays. */
export const WideText = styled('span')({ '@media (max-width: 600px)': visuallyHidden });
