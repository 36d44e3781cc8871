import type { RetrySentences } from '../../../command-line/retries'
import type { Family, LockType, Safety } from '../../../src/core/action'
import type { CodecSchema } from '../../../src/core/contract/codec-schema'
import type { ErrorKind } from '../../../src/core/errors/sdk-error'
import type { ErrorTexts } from '../errors/error-texts'
import type { english } from '../fields/meanings-en'

/** The columns of all tables of the reference. */
type Column =
  | 'operation'
  | 'does'
  | 'class'
  | 'field'
  | 'type'
  | 'presence'
  | 'values'
  | 'notes'
  | 'task'
  | 'flow'
  | 'operations'
  | 'kind'
  | 'cause'
  | 'code'
  | 'codeClass'
  | 'meaning'
  | 'advice'
  | 'tellInEnglish'
  | 'tellInChinese'
  | 'families'
  | 'status'
  | 'reason'

/** A title and the text below it. */
interface Section {
  readonly title: string
  readonly text: string
}

/** Everything that the reference says in one language; the prose of the contracts is English in both. */
export interface Chrome {
  /** The folder of the language, from the root of the repository. */
  readonly docs: 'docs' | 'docs/zh'
  readonly index: Section
  readonly byTask: Section
  readonly byLockType: Section
  readonly errors: Section
  readonly families: Readonly<Record<Family, string>>
  readonly lockTypes: Readonly<Record<LockType, string>>
  /** The title of a job of `scripts/hosts/jobs.ts`. */
  readonly job: (english: string) => string
  readonly columns: Readonly<Record<Column, string>>
  readonly types: Readonly<Record<CodecSchema['_tag'], string>>
  /** What a field of a name means in every operation. */
  readonly meanings: Readonly<Record<keyof typeof english, string>>
  readonly errorTexts: ErrorTexts
  readonly anything: string
  readonly page: string
  readonly units: Readonly<
    Record<'seconds' | 'minutes' | 'secondsSince' | 'millisecondsSince', string>
  >
  readonly range: (min: number | undefined, max: number | undefined) => string
  readonly listOf: (item: string) => string
  /** Between the names of a list. */
  readonly comma: string
  /** Between the clauses of a cell. */
  readonly semicolon: string
  /** Between a name and its explanation. */
  readonly colon: string
  readonly or: string
  readonly orAnother: string
  readonly secret: string
  readonly presence: Readonly<Record<'required' | 'key' | 'documented' | 'optional', string>>
  readonly presenceText: string
  readonly facts: Readonly<Record<'family' | 'class' | 'locks' | 'version' | 'source', string>>
  readonly classes: Readonly<Record<Safety, string>>
  readonly retries: RetrySentences
  readonly reported: (types: string) => string
  readonly otherVersion: (version: string, types: string) => string
  readonly document: (name: string, from: number, to: number) => string
  readonly confidence: Readonly<Record<'A' | 'B', string>>
  readonly seen: Readonly<Record<'vendor page' | 'clients' | 'answers', string>>
  readonly seenIn: (places: string) => string
  readonly parameters: string
  readonly form: (index: number, count: number) => string
  readonly none: string
  readonly result: string
  readonly contradictions: string
  readonly twins: Section & {
    readonly carries: (name: string) => string
    readonly carriedBy: (names: string) => string
    readonly gateway: (names: string) => string
    readonly none: string
  }
  readonly usedBy: Section & {
    readonly none: string
    readonly inPlaceOf: (name: string) => string
  }
  readonly failures: Section
  readonly refusals: string
  readonly kinds: Readonly<Record<ErrorKind, string>>
  readonly example: Section
  readonly lowLevel: Section
  readonly vendorCodes: Section
  readonly containerCodes: Section
  readonly gatewayCodes: Section
  readonly lockReasons: Section
  readonly variants: Readonly<Record<Variant, string>>
}

/** One kind of error with fields that change what to tell the person at the door. */
export type Variant =
  | 'notSent'
  | 'unknownDelivery'
  | 'permanent'
  | 'tooMany'
  | 'refusedByServer'
  | 'lost'
  | 'unconfirmed'
  | 'notSeenYet'
