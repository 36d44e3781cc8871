import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './virtual-program'

const LOOK_EVERY_MS = 200
/** Longer than any installation; then its process has ended without removing its mark. */
const OLDEST_MARK_MS = 10 * 60_000

/** Installs something while no other thread or process does: test files need the same packages at the same time. */
export const alone = <T>(name: string, work: () => T): T => {
  const mark = join(root, '.cache', `installing-${name.replaceAll('/', '-')}`)
  mkdirSync(join(root, '.cache'), { recursive: true })
  while (!isMarked(mark))
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_EVERY_MS)
  try {
    return work()
  } finally {
    rmSync(mark, { recursive: true, force: true })
  }
}

/** Making a folder succeeds for one of several callers. */
const isMarked = (mark: string): boolean => {
  try {
    mkdirSync(mark)
    return true
  } catch {
    const { mtimeMs = Date.now() } = statSync(mark, { throwIfNoEntry: false }) ?? {}
    if (Date.now() - mtimeMs > OLDEST_MARK_MS) rmSync(mark, { recursive: true, force: true })
    return false
  }
}
