import { issueThingProperties } from '../../../../actions/open-api/devices/issue-thing-properties'
import { name } from '../../../checks/values'
import { jsonObject } from '../../../protocols/json-object'
import { lockFor } from '../../../world/lock-for'
import { sendCommands } from '../../lock-commands/send-commands'
import { operation } from '../../operation'

export const issueThingPropertiesOperation = operation(issueThingProperties, {
  params: { device_id: name, properties: name },
  handle: (cloud, { device_id, properties }) => {
    const lock = lockFor(issueThingProperties, cloud.world, device_id)
    const commands = Object.entries(jsonObject(properties)).map(([code, value]) => ({
      code,
      value,
    }))
    sendCommands(cloud, issueThingProperties, lock, commands)
    return {}
  },
})
