import { textOf } from '../../site/pages/site-pages'

/** What a guide says that each of its examples prints: the block of text after it, or nothing. */
export const documentedOutput = (file: string): readonly string[] =>
  textOf(file)
    .split(/^```ts\n/m)
    .slice(1)
    .map((part) => /^```text\n([\s\S]*?)\n?^```/m.exec(part)?.[1] ?? '')
