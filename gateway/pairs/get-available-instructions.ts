import { getAvailableInstructions } from '../../actions/mini-program/door-lock/get-available-instructions'
import { getThingModel } from '../../actions/open-api/devices/get-thing-model'
import { pair } from './pair'

/** The thing model has all data points of the lock, with those for unlocking among them. */
export const availableInstructionsPair = pair(
  getAvailableInstructions,
  async ({ device_id }, { call }) => {
    const { model } = await call(getThingModel, { device_id })
    return (model.services ?? []).flatMap(({ properties = [] }) =>
      properties.map(({ abilityId: dp_id, code: dp_code }) => ({ dp_id, dp_code })),
    )
  },
)
