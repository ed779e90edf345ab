import { styled } from '@mui/material/styles';
import { Button } from '@/ui/Button';
import { IconButton } from '@/ui/IconButton';
import { Tabs } from '@/ui/Tabs';
import { nameOfText, type AuditResult, type TextUnderAudit } from './auditedTexts';

/** The `idBase` of the tabs and their panel. */
export const textTabs = 'audited-text';

const Row = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: theme.spacing(0.5),
  borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
  '& > [role="tablist"]': { flex: '1 1 12rem', borderBlockEnd: 0 },
  '& > div:last-of-type': { display: 'flex' },
}));

interface TextTabsProps {
  readonly texts: readonly TextUnderAudit[];
  readonly shownId: number;
  readonly results: ReadonlyMap<number, AuditResult>;
  readonly onShow: (id: number) => void;
  readonly onAddBlank: () => void;
  readonly onRemove: (id: number) => void;
}

/** One tab for each pasted text, with the number of its findings. */
export function TextTabs(props: TextTabsProps) {
  const { texts, shownId, results, onShow, onAddBlank, onRemove } = props;
  const tabs = texts.map((text, position) => {
    const result = results.get(text.id);
    const count = (result?.audited.findings.length ?? 0) + (result?.audited.omitted ?? 0);
    return {
      id: String(text.id),
      label: nameOfText(text, result, position),
      ...(count > 0 && text.text !== '' && { badge: <span>({count})</span> }),
    };
  });
  const shown = tabs.find(({ id }) => id === String(shownId));
  return (
    <Row>
      <Tabs
        label="Texts"
        idBase={textTabs}
        tabs={tabs}
        selected={String(shownId)}
        onSelect={(id) => onShow(Number(id))}
      />
      <div>
        <Button size="small" look="quiet" icon="add" onClick={onAddBlank}>
          Another text
        </Button>
        <IconButton
          icon="remove"
          label={`Remove ${shown?.label ?? 'the text'}`}
          onClick={() => onRemove(shownId)}
        />
      </div>
    </Row>
  );
}
