import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGE = 'miniprogram_npm/lockpanel/'

/** The files of a folder, under the paths of the package that WeChat packs from it. */
export const packedFrom =
  (folder: string) =>
  (path: string): string | undefined => {
    if (!path.startsWith(PACKAGE) || !path.endsWith('.js')) return undefined
    const file = join(folder, path.slice(PACKAGE.length))
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined
  }
