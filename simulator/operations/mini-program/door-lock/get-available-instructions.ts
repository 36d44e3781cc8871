import { getAvailableInstructions } from '../../../../actions/mini-program/door-lock/get-available-instructions'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const getAvailableInstructionsOperation = operation(getAvailableInstructions, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) =>
    Object.entries(lockFor(getAvailableInstructions, world, device_id).dpIds).map(
      ([dp_code, dp_id]) => ({ dp_code, dp_id }),
    ),
  sampled: { envelope: 'bare' },
})
