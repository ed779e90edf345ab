import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import Paper from '@mui/material/Paper';
import { styled } from '@mui/material/styles';
import { useMemo, useState } from 'react';
import { saveFile } from '@/browser/download';
import { folderOf } from '@/exporters/folder';
import { useCompleteRole } from '@/state/exportRole';
import { usePlan } from '@/state/roleForm';
import { usePlaceholderLinks } from '@/state/usePlaceholderLinks';
import { CodeView } from '@/ui/code/CodeView';
import { FullScreenCode } from '@/ui/code/FullScreenCode';
import { useMonacoMode } from '@/ui/code/loadMonaco';
import { CopyButton } from '@/ui/CopyButton';
import { IconButton } from '@/ui/IconButton';
import { SelectInput } from '@/ui/SelectInput';
import { useLater } from '@/ui/useLater';
import { CardHead } from './PolicyCard';
import { showRefusal } from './refusal';

const Panes = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1.5),
  alignItems: 'start',
  gridTemplateColumns: '16rem minmax(0, 1fr)',
  '& > .choice': { display: 'none' },
  '@container (max-width: 760px)': {
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& > .list': { display: 'none' },
    '& > .choice': { display: 'block' },
  },
}));

const FileList = styled(List)(({ theme }) => ({
  padding: theme.spacing(0.5),
  '& .MuiListItemButton-root': {
    ...theme.typography.caption,
    fontFamily: theme.typography.monospace,
    paddingBlock: theme.spacing(0.5),
    paddingInline: theme.spacing(1),
    borderRadius: theme.vars.shape.borderRadius,
    overflowWrap: 'anywhere',
  },
}));

/** Some 250 lines: the editor draws each that is in view, and a file with the longest lists has thousands. */
const mostShown = '300rem';

const withoutFolder = (path: string): string => path.replace(/^policies\//, '');

/** The list of all files of the download, and one of them. */
export default function FilesTab() {
  const plan = useLater(usePlan());
  const [monaco] = useMonacoMode();
  const placeholders = usePlaceholderLinks();
  const completeRole = useCompleteRole(showRefusal);
  const files = useMemo(() => folderOf(plan), [plan]);
  const [chosen, setChosen] = useState('policies/README.md');
  const file = files.find(({ path }) => path === chosen) ?? files[0];
  if (file === undefined) return null;
  const { path, language, contents } = file;
  const contentsNow = () => {
    const role = completeRole();
    return role && folderOf(role.plan).find((now) => now.path === path)?.contents;
  };
  return (
    <Panes>
      <Paper variant="outlined" className="list">
        <FileList aria-label={`${files.length} files`}>
          {files.map((item) => (
            <li key={item.path}>
              <ListItemButton
                selected={item.path === path}
                aria-current={item.path === path ? 'true' : undefined}
                onClick={() => setChosen(item.path)}
              >
                {withoutFolder(item.path)}
              </ListItemButton>
            </li>
          ))}
        </FileList>
      </Paper>
      <div className="choice">
        <SelectInput
          label={`${files.length} files`}
          value={path}
          options={files.map((item) => ({ value: item.path, label: withoutFolder(item.path) }))}
          onChange={(event) => setChosen(event.target.value)}
        />
      </div>
      <Paper variant="outlined" sx={{ minInlineSize: 0, overflow: 'clip' }}>
        <CardHead>
          <h2>{path.slice(path.lastIndexOf('/') + 1)}</h2>
          <code>{path}</code>
          <FullScreenCode
            path={`files/${path}`}
            language={language}
            shownText={() => contents}
            title={path}
            copyLabel="Copy"
            getText={contentsNow}
            placeholders={placeholders}
          />
          <IconButton
            icon="download"
            label={`Download ${path}`}
            onClick={() => {
              const text = contentsNow();
              if (text !== undefined) {
                saveFile(path.slice(path.lastIndexOf('/') + 1), text, 'text/plain');
              }
            }}
          />
          <CopyButton
            key={path}
            label="Copy"
            name={`Copy ${path}`}
            subject={path}
            getText={contentsNow}
          />
        </CardHead>
        <CodeView
          monaco={monaco}
          placeholders={placeholders}
          path={`files/${path}`}
          language={language}
          text={contents}
          label={path}
          isWrapped
          maxHeight={mostShown}
        />
      </Paper>
    </Panes>
  );
}
