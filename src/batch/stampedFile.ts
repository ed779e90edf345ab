import type { Artifact } from '../exporters/artifact';
import type { RowValues } from './standIns';
import { DeflateStamp } from './stampedDeflate';
import { TextStamp } from './stampedText';

/** A file that every plan of a group has, with places for the values. */
export class StampedFile {
  readonly #file: Artifact;
  readonly #stamp: TextStamp;
  #deflate: DeflateStamp | undefined;

  /** @param file printed with the stand-ins */
  constructor(file: Artifact, standIns: RowValues) {
    this.#file = file;
    this.#stamp = new TextStamp(file.contents, standIns);
  }

  artifact(folder: string, values: RowValues): StampedArtifact {
    return new StampedArtifact(
      { ...this.#file, path: `${folder}${this.#file.path}` },
      this,
      values,
    );
  }

  contents(values: RowValues): string {
    return this.#stamp.textWith(values);
  }

  deflated(values: RowValues) {
    this.#deflate ??= new DeflateStamp(this.#stamp, values);
    return this.#deflate.packedWith(values);
  }
}

/** The file of one plan: its text is made when it is asked for. */
export class StampedArtifact implements Artifact {
  readonly path: string;
  readonly language: Artifact['language'];
  declare readonly executable?: true;
  readonly #file: StampedFile;
  readonly #values: RowValues;

  constructor({ path, language, executable }: Artifact, file: StampedFile, values: RowValues) {
    this.path = path;
    this.language = language;
    if (executable) this.executable = executable;
    this.#file = file;
    this.#values = values;
  }

  get contents(): string {
    return this.#file.contents(this.#values);
  }

  /** The contents for a zip archive, without making the text. */
  deflated() {
    return this.#file.deflated(this.#values);
  }
}
