import type { MethodType } from '../../data-points/raw/methods'

/** The names of a method kind in each source; a source without a name does not support the kind. */
export interface NamesOfKind {
  /** The standard code of its data point. */
  readonly dpCode: string
  /** `unlock_type` of the routes that do not use data points. */
  readonly type: string
  /** `unlock_type` of the enrolment in document 003. */
  readonly route?: 'fingerprint' | 'password' | 'card' | 'face' | 'remoteControl'
  /** The name in raw data points. */
  readonly raw?: MethodType
  /** The name in `@ray-js/lock-sdk`. */
  readonly sdk?: string
}

/** The only table of method kinds. */
export const methodKinds = {
  fingerprint: {
    dpCode: 'unlock_fingerprint',
    type: 'fingerprint',
    route: 'fingerprint',
    raw: 'fingerprint',
    sdk: 'finger',
  },
  card: { dpCode: 'unlock_card', type: 'card', route: 'card', raw: 'card', sdk: 'card' },
  face: { dpCode: 'unlock_face', type: 'face', route: 'face', raw: 'face', sdk: 'face' },
  password: {
    dpCode: 'unlock_password',
    type: 'password',
    route: 'password',
    raw: 'password',
    sdk: 'password',
  },
  'remote-control': {
    dpCode: 'unlock_telecontrol_kit',
    type: 'remoteControl',
    route: 'remoteControl',
  },
  hand: { dpCode: 'unlock_hand', type: 'hand', raw: 'hand', sdk: 'hand' },
  'finger-vein': {
    dpCode: 'unlock_finger_vein',
    type: 'finger_vein',
    raw: 'finger-vein',
    sdk: 'fingerVein',
  },
  eye: { dpCode: 'unlock_eye', type: 'eye', sdk: 'eye' },
} as const satisfies Readonly<Record<string, NamesOfKind>>

export type KnownKind = keyof typeof methodKinds

const known: Readonly<Record<KnownKind, NamesOfKind>> = methodKinds

export const knownKinds = (): readonly KnownKind[] => Object.keys(known) as KnownKind[]

export const namesOf = (kind: KnownKind): NamesOfKind => known[kind]

/** The kind with a name in one of the sources. */
export const kindNamed = (source: keyof NamesOfKind, name: unknown): KnownKind | undefined =>
  knownKinds().find((kind) => known[kind][source] === name && name !== undefined)
