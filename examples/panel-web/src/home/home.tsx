import { List } from 'antd-mobile'
import type { Reading } from 'lockpanel'
import { useLockState } from 'lockpanel/react'
import type { ReactElement } from 'react'
import { useLanguage } from '../text/language'
import { RequestAtDoor } from './door-request'
import { Unlock } from './unlock'

/** The present state of the lock, and one big button. */
export const Home = (): ReactElement => {
  const { text, words, time } = useLanguage()
  const state = useLockState()
  const { online, via, bolt, door, battery, lastRecord, unread } = state
  const asOf = (reading: Reading<unknown> | undefined) =>
    reading === undefined || reading.atMs === 0 ? undefined : text.home.asOf(time(reading.atMs))
  const connection = [
    words.door('online', online),
    ...(via === undefined ? [] : [words.door('via', via)]),
  ]
  return (
    <>
      <RequestAtDoor />
      <p className="note" id="bolt" role="status">
        {words.door('bolt', bolt)}
      </p>
      <Unlock />
      <List>
        <List.Item extra={words.door('battery', battery)} description={asOf(battery)}>
          {text.home.battery}
        </List.Item>
        <List.Item extra={connection.join(' · ')} description={asOf(online)}>
          {text.home.connection}
        </List.Item>
        {door !== undefined && (
          <List.Item extra={words.door('door', door)} description={asOf(door)}>
            {text.home.door}
          </List.Item>
        )}
        <List.Item description={asOf(lastRecord)}>
          {text.home.lastRecord}: {words.door('lastRecord', lastRecord)}
        </List.Item>
      </List>
      {unread.length > 0 && <p className="note">{text.home.unread}</p>}
    </>
  )
}
