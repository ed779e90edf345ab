import { useController } from 'react-hook-form';
import { RadioCards } from '@/ui/RadioCards';
import { AccessPicture } from './AccessPicture';
import { useRoleForm } from './roleForm';

const options = [
  {
    value: 'web-experience',
    title: 'Web experience',
    description: 'Amazon Q Business assumes the role and chats on behalf of each visitor.',
    picture: <AccessPicture stations={['Visitor', 'Q Business', 'Role']} />,
  },
  {
    value: 'api-only',
    title: 'API only',
    description: 'Your own code assumes the role and calls the chat API.',
    picture: <AccessPicture stations={['Your code', 'Role', 'Chat API']} />,
  },
];

export function AccessModeSection() {
  const { control } = useRoleForm();
  const { field } = useController({ control, name: 'accessMode' });
  return <RadioCards {...field} legend="Access mode" options={options} />;
}
