/** The files of an export, in a folder or in a zip. */
export interface ExportSource {
  /** As the person gave it, for errors. */
  name: string;
  /** Paths inside, with forward slashes, sorted. */
  files: string[];
  read(file: string): Promise<Uint8Array>;
  close(): Promise<void>;
}
