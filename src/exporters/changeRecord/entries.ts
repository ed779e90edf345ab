import { cutText, withoutUnseen } from '../../iam/unseenCharacters';
import { MAX_TEXT_LENGTH } from '../../qbusiness/textLimits';

/** What a person adds to a record, as everybody will see it. */
export const cleanEntry = (text: string): string => cutText(withoutUnseen(text), MAX_TEXT_LENGTH);
