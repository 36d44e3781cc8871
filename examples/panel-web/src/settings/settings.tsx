import { List, Switch } from 'antd-mobile'
import { useLock } from 'lockpanel/react'
import { type ReactElement, useEffect, useState } from 'react'
import { Choice } from '../parts/choice'
import { Problem } from '../parts/problem'
import { useCommand } from '../parts/use-command'
import type { Preferences } from '../preferences'
import { languages, useLanguage } from '../text/language'
import { LockSettings } from './lock-settings'

interface SettingsProps {
  readonly preferences: Preferences
  readonly onChange: (change: Partial<Preferences>) => void
}

export const Settings = ({ preferences, onChange }: SettingsProps): ReactElement => {
  const { text } = useLanguage()
  return (
    <>
      <RemoteUnlockSwitch />
      <LockSettings />
      <Choice
        label={text.settings.language}
        value={preferences.language}
        options={{ zh: languages.zh.text.language, en: languages.en.text.language }}
        onChange={(language) => onChange({ language })}
      />
      <Choice
        label={text.settings.theme}
        value={preferences.theme}
        options={text.settings.themes}
        onChange={(theme) => onChange({ theme })}
      />
    </>
  )
}

/** Whether the lock lets itself be opened from afar. */
const RemoteUnlockSwitch = (): ReactElement => {
  const { text } = useLanguage()
  const { remoteUnlockSwitches, setRemoteUnlock } = useLock()
  const [isOn, setIsOn] = useState<boolean>()
  const read = useCommand(async () => setIsOn((await remoteUnlockSwitches())['without-password']))
  const change = useCommand(async (next: boolean) => {
    await setRemoteUnlock(next)
    setIsOn(next)
  })
  useEffect(() => {
    void read.run()
  }, [read.run])
  return (
    <>
      <List>
        <List.Item
          extra={
            <Switch
              aria-label={text.settings.remoteUnlock}
              checked={isOn === true}
              disabled={isOn === undefined}
              loading={read.isRunning || change.isRunning}
              onChange={(next) => void change.run(next)}
            />
          }
        >
          {text.settings.remoteUnlock}
        </List.Item>
      </List>
      <Problem error={read.error ?? change.error} onRetry={() => void read.run()} />
    </>
  )
}
