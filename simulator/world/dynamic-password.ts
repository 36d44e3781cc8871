import type { Lock } from './lock'

/** Document 001: a dynamic password is valid for five minutes. */
const WINDOW_MS = 300_000
/** The length of the sample in document 001. */
const LENGTH = 8

/** Differs by lock and by window, as a real one does; not cryptographic. */
export const dynamicPasswordOf = ({ localKey }: Lock, nowMs: number): string =>
  String(fnv1a(`${localKey} ${Math.floor(nowMs / WINDOW_MS)}`) % 10 ** LENGTH).padStart(LENGTH, '0')

/** The password of the previous window is accepted too, so that one issued in its last second is valid for five minutes. */
export const acceptsDynamicPassword = (lock: Lock, digits: string, nowMs: number): boolean =>
  [nowMs, nowMs - WINDOW_MS].some((ms) => dynamicPasswordOf(lock, ms) === digits)

/** The Fowler-Noll-Vo hash, 32 bits. */
const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5
  for (const character of text)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash
}
