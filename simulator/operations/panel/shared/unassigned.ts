import type { Lock } from '../../../world/lock'
import type { Opmode } from '../../../world/opmode'

export const unassignedOf = ({ opmodes }: Lock): readonly Opmode[] =>
  opmodes.filter(({ userId }) => userId === undefined)
