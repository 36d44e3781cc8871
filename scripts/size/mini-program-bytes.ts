import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Bytes } from './verdict'

const folder = join(__dirname, '../../miniprogram_dist')

/** As WeChat counts a package: every file of the folder, as it is. */
export const miniProgramBytes = (): Bytes => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, stats: statSync(join(folder, name)) }))
    .filter(({ stats }) => stats.isFile())
  const sum = (wanted: (name: string) => boolean) =>
    files.reduce((bytes, { name, stats }) => bytes + (wanted(name) ? stats.size : 0), 0)
  const isCrypto = (name: string) => name.includes('crypto')
  return {
    'without the cryptography': sum((name) => !isCrypto(name)),
    'the cryptography': sum(isCrypto),
  }
}
