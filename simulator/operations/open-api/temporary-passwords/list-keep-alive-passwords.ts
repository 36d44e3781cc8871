import { listKeepAlivePasswords } from '../../../../actions/open-api/temporary-passwords/list-keep-alive-passwords'
import { optionalOrEmptyText } from '../../../checks/check'
import { name, urlBoolean, urlInteger } from '../../../checks/values'
import { passwordIsValid } from '../../../world/find-password'
import { lockFor } from '../../../world/lock-for'
import { rowsAfter } from '../../../world/page'
import { operation } from '../../operation'

export const listKeepAlivePasswordsOperation = operation(listKeepAlivePasswords, {
  params: {
    device_id: name,
    valid: urlBoolean,
    page_size: urlInteger({ min: 1, max: 100 }),
    last_row_key: optionalOrEmptyText(name),
  },
  handle: ({ world, now }, { device_id, valid, page_size, last_row_key }) => {
    const lock = lockFor(listKeepAlivePasswords, world, device_id)
    const all = world.temporaryPasswords
      .filter((password) => password.lockId === lock.id)
      .filter((password) => passwordIsValid(password, now()) === valid)
    const { rows, hasMore } = rowsAfter(all, last_row_key, page_size)
    return {
      records: rows.map(({ id, name: passwordName, createdAtMs = 0 }) => ({
        password_id: id,
        pwd_type_code: 'temp',
        name: passwordName,
        gmt_create: createdAtMs,
      })),
      last_row_key: rows.at(-1)?.id ?? '',
      has_more: hasMore,
    }
  },
})
