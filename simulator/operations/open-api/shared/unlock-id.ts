import type { Lock } from '../../../world/lock'
import type { Opmode } from '../../../world/opmode'

/** The number of the data point and of the method, such as 12-3. */
export const unlockIdOf = ({ dpIds }: Lock, { dpCode, unlockSn }: Opmode): string =>
  `${dpIds[dpCode] ?? 0}-${unlockSn}`
