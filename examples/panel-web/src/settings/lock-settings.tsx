import { List, Selector, Switch } from 'antd-mobile'
import type { NumberSetting, Setting } from 'lockpanel'
import { useSettings } from 'lockpanel/react'
import { type ReactElement, useState } from 'react'
import { Loading } from '../parts/loading'
import { Problem } from '../parts/problem'
import { useCommand } from '../parts/use-command'
import { useLanguage } from '../text/language'

/** What the schema of the lock lists; a raw value has no screen. */
export const LockSettings = (): ReactElement => {
  const { rows, error, refresh } = useSettings()
  const { text } = useLanguage()
  if (rows === undefined && error === undefined) return <Loading />
  return (
    <>
      <List header={text.settings.lock}>
        {rows?.map((setting) => (
          <LockSetting key={setting.code} setting={setting} />
        ))}
      </List>
      <Problem error={error} onRetry={() => void refresh()} />
    </>
  )
}

const LockSetting = ({ setting }: { readonly setting: Setting }): ReactElement => {
  const { text } = useLanguage()
  const { set } = useSettings()
  const change = useCommand((value: boolean | number | string) => set(setting.code, value))
  const label = setting.name === undefined ? setting.code : text.settings.names[setting.name]
  return (
    <List.Item
      title={label}
      description={
        <>
          <SettingInput
            setting={setting}
            label={label}
            isBusy={change.isRunning}
            onChange={(value) => void change.run(value)}
          />
          <Problem error={change.error} />
        </>
      }
    />
  )
}

interface SettingInputProps {
  readonly setting: Setting
  readonly label: string
  readonly isBusy: boolean
  readonly onChange: (value: boolean | number | string) => void
}

const SettingInput = ({ setting, label, isBusy, onChange }: SettingInputProps): ReactElement => {
  const { text } = useLanguage()
  const { kind, value, isWritable } = setting
  const isFixed = isBusy || !isWritable
  switch (kind) {
    case 'bool':
      return (
        <Switch
          aria-label={label}
          checked={value === true}
          disabled={isFixed}
          loading={isBusy}
          onChange={onChange}
        />
      )
    case 'value':
      return (
        <>
          <NumberInput setting={setting} label={label} isFixed={isFixed} onChange={onChange} />
          <span> {setting.unit}</span>
        </>
      )
    case 'enum':
      return (
        <Selector
          aria-label={label}
          options={setting.range.map((each) => ({
            value: each,
            label: text.settings.values[each] ?? each,
          }))}
          value={value === undefined ? [] : [value]}
          disabled={isFixed}
          onChange={([chosen]) => chosen !== undefined && chosen !== value && onChange(chosen)}
        />
      )
    case 'string':
    case 'bitmap':
    case 'raw':
      return (
        <output aria-label={label}>{value === undefined ? text.settings.unknown : value}</output>
      )
  }
}

interface NumberInputProps {
  readonly setting: NumberSetting
  readonly label: string
  readonly isFixed: boolean
  readonly onChange: (value: number) => void
}

/** Sends the number when the field is left, not for each digit. */
const NumberInput = ({ setting, label, isFixed, onChange }: NumberInputProps): ReactElement => {
  const { value, min, max, step } = setting
  const [typed, setTyped] = useState<string>()
  const commit = () => {
    if (typed !== undefined && typed !== '' && Number(typed) !== value) onChange(Number(typed))
    setTyped(undefined)
  }
  return (
    <input
      type="number"
      inputMode="numeric"
      aria-label={label}
      {...{ min, max, step }}
      disabled={isFixed}
      value={typed ?? value ?? ''}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={commit}
    />
  )
}
