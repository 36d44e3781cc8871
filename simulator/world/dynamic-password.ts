import type { Lock } from './lock'

/** The vendor: a dynamic password is good for five minutes. */
const WINDOW_MS = 300_000
/** As many as the sample of document 001 has characters. */
const LENGTH = 8

/** Differs by lock and by window, as a real one does; it is no cryptography. */
export const dynamicPasswordOf = ({ localKey }: Lock, nowMs: number): string =>
  String(fnv1a(`${localKey} ${Math.floor(nowMs / WINDOW_MS)}`) % 10 ** LENGTH).padStart(LENGTH, '0')

/** That of the window before is accepted too: whoever got it in its last second has five minutes all the same. */
export const acceptsDynamicPassword = (lock: Lock, digits: string, nowMs: number): boolean =>
  [nowMs, nowMs - WINDOW_MS].some((ms) => dynamicPasswordOf(lock, ms) === digits)

/** The Fowler-Noll-Vo hash, 32 bits. */
const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5
  for (const character of text)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash
}
