import { type SyncedMethod, synchMethod } from '../../data-points/raw/synch-method'
import { kindNamed, namesOf } from '../shared/method-kinds'
import { standardCode } from '../shared/unlock-codes'

/** A kind of unlocking method; the byte itself if the vendor has no name for it. */
export type MethodKind = SyncedMethod['type']

/** The kinds that raw data points can name; other codes have numbers there. */
const kindOfCode = (code: string): MethodKind | undefined => {
  const kind = kindNamed('dpCode', code)
  return kind && namesOf(kind).raw
}

/** The kinds that a command makes a lock report; `undefined` for an invalid command. */
export const kindsOfCommand = (ins: string): readonly MethodKind[] | undefined => {
  const read = synchMethod.decode(ins)
  return read._tag === 'Right' ? read.right : undefined
}

/** The kinds of codes; `undefined` for all kinds, or for a code that only the cloud knows. */
export const kindsOfCodes = (codes: readonly string[]): readonly MethodKind[] | undefined => {
  const kinds = codes.map((code) => kindOfCode(standardCode(code)))
  return codes.length > 0 && kinds.every(isKind) ? kinds : undefined
}

const isKind = (kind: MethodKind | undefined): kind is MethodKind => kind !== undefined

/** The kinds of a command that a caller requested. Concurrent callers share a command, each for its own codes. */
export const requestedKinds = (
  codes: readonly string[],
  all: readonly MethodKind[],
): readonly MethodKind[] => {
  const named = kindsOfCodes(codes)
  return named === undefined ? all : all.filter((kind) => named.includes(kind))
}
