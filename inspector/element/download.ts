import { make } from './make'

/** Saves texts as files. The address of a file is valid until the next one, because a browser reads it later. */
export const createDownload = (fileName: string): ((text: string) => void) => {
  let url: string | undefined
  return (text) => {
    if (url !== undefined) URL.revokeObjectURL(url)
    url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    make('a', { href: url, download: fileName }).click()
  }
}
