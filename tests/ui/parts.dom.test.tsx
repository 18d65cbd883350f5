import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from '../../src/ui/button/button.tsx';
import { IconButton } from '../../src/ui/button/icon-button.tsx';
import { ChoiceList } from '../../src/ui/choice-list/choice-list.tsx';
import { CodeShow } from '../../src/ui/code-show/code-show.tsx';
import { DataTable } from '../../src/ui/data-table/data-table.tsx';
import { DateField } from '../../src/ui/date-field/date-field.tsx';
import { Dialog } from '../../src/ui/dialog/dialog.tsx';
import { ListRow } from '../../src/ui/list/list.tsx';
import { NameTile } from '../../src/ui/name-tile/name-tile.tsx';
import { NumberStepper } from '../../src/ui/number-stepper/number-stepper.tsx';
import { PasscodeField } from '../../src/ui/passcode-field/passcode-field.tsx';
import { PhotoTile, TakePhoto } from '../../src/ui/photo-tile/photo-tile.tsx';
import { PictureCard } from '../../src/ui/picture-card/picture-card.tsx';
import { Tabs } from '../../src/ui/tabs/tabs.tsx';
import { TextField } from '../../src/ui/text-field/text-field.tsx';
import { Toggle } from '../../src/ui/toggle/toggle.tsx';

afterEach(cleanup);

test('a button acts once; off or busy it stays in reach and does nothing', () => {
  const act = vi.fn();
  const { rerender } = render(<Button onClick={act}>Go</Button>);
  fireEvent.click(screen.getByRole('button', { name: 'Go' }));
  expect(act).toHaveBeenCalledTimes(1);
  for (const off of [{ disabled: true }, { busy: true }]) {
    rerender(
      <Button onClick={act} {...off}>
        Go
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Go' });
    fireEvent.click(button);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.hasAttribute('disabled')).toBe(false);
  }
  expect(act).toHaveBeenCalledTimes(1);
});

test('a submit button that is off does not send its form', () => {
  const send = vi.fn((event: Event) => event.preventDefault());
  render(
    <form onSubmit={send}>
      <Button type="submit" busy>
        Send
      </Button>
    </form>,
  );
  screen.getByRole('button').click();
  expect(send).not.toHaveBeenCalled();
});

test('a sign without words has a name and says whether it is on', () => {
  render(<IconButton icon="sun" label="Bright sunlight" pressed onClick={() => undefined} />);
  expect(screen.getByRole('button', { name: 'Bright sunlight', pressed: true })).toBeTruthy();
});

const PLACES = ['home', 'hall', 'street'] as const;
type Place = (typeof PLACES)[number];
const choices = PLACES.map((value) => ({ value, label: value }));

test('one of a list: a named group of radio buttons', () => {
  const choose = vi.fn();
  render(<ChoiceList label="Where?" hint="Think of last time" choices={choices} value="hall" onChange={choose} />);
  const group = screen.getByRole('group', { name: 'Where?', description: 'Think of last time' });
  expect(within(group).getByRole<HTMLInputElement>('radio', { name: 'hall' }).checked).toBe(true);
  fireEvent.click(within(group).getByRole('radio', { name: 'street' }));
  expect(choose).toHaveBeenCalledExactlyOnceWith('street');
});

test('many of a list: adds, lets go, and stops at the most there may be', () => {
  let now: readonly Place[] = [];
  function Many() {
    const [value, setValue] = useState<Place[]>(['home']);
    now = value;
    return <ChoiceList many atMost={2} label="Where?" choices={choices} value={value} onChange={setValue} />;
  }
  render(<Many />);
  const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
  fireEvent.click(box('hall'));
  expect(now).toEqual(['home', 'hall']);
  expect(box('street').disabled).toBe(true);
  fireEvent.click(box('home'));
  expect(now).toEqual(['hall']);
  expect(box('street').disabled).toBe(false);
});

test('yes or no has nothing chosen for anybody', () => {
  const choose = vi.fn();
  render(<Toggle label="May we?" yes="Yes" no="No" value={null} onChange={choose} />);
  const radios = screen.getAllByRole<HTMLInputElement>('radio');
  expect(radios.map(({ checked }) => checked)).toEqual([false, false]);
  fireEvent.click(screen.getByRole('radio', { name: 'No' }));
  expect(choose).toHaveBeenCalledExactlyOnceWith(false);
});

test('a field tells its problem and its hint with its name', () => {
  const write = vi.fn();
  render(<TextField label="Group" hint="As they call it" problem="Write a name" value="" onChange={write} required />);
  const box = screen.getByRole('textbox', { name: 'Group', description: 'As they call it Write a name' });
  expect(box.getAttribute('aria-invalid')).toBe('true');
  fireEvent.input(box, { target: { value: 'Tuesday' } });
  expect(write).toHaveBeenCalledExactlyOnceWith('Tuesday');
});

test('a passcode is hidden until one asks to see it, may be pasted, and is not for the browser to remember', () => {
  render(<PasscodeField label="Passcode" show="Show" hide="Hide" value="482915" onChange={() => undefined} />);
  const box = screen.getByLabelText<HTMLInputElement>('Passcode');
  expect(box.type).toBe('password');
  expect(box.autocomplete).toBe('one-time-code');
  fireEvent.click(screen.getByRole('button', { name: 'Show' }));
  expect(screen.getByLabelText<HTMLInputElement>('Passcode').type).toBe('text');
  fireEvent.click(screen.getByRole('button', { name: 'Hide' }));
  expect(box.type).toBe('password');
});

test('a day is chosen by a touch or by the device', () => {
  const choose = vi.fn();
  render(
    <DateField
      label="By when?"
      value="2026-11-06"
      onChange={choose}
      quick={[
        { label: 'Tomorrow', value: '2026-11-04' },
        { label: 'Friday', value: '2026-11-06' },
      ]}
    />,
  );
  expect(screen.getByRole('button', { name: 'Friday', pressed: true })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Tomorrow' }));
  fireEvent.input(screen.getByLabelText('By when?'), { target: { value: '2026-12-01' } });
  expect(choose.mock.calls).toEqual([['2026-11-04'], ['2026-12-01']]);
});

test('a number goes up and down within its bounds, and can be typed', () => {
  let now = 0;
  function Heads() {
    const [value, setValue] = useState(1);
    now = value;
    return <NumberStepper label="Heads" fewer="Fewer" more="More" min={1} max={9} value={value} onChange={setValue} />;
  }
  render(<Heads />);
  fireEvent.click(screen.getByRole('button', { name: 'Fewer' }));
  expect(now).toBe(1);
  fireEvent.click(screen.getByRole('button', { name: 'More' }));
  expect(now).toBe(2);
  fireEvent.change(screen.getByLabelText('Heads'), { target: { value: '500' } });
  expect(now).toBe(9);
});

function Lanes(props: { dir: 'ltr' | 'rtl' }) {
  const [current, setCurrent] = useState<'a' | 'b' | 'c'>('a');
  const tabs = (['a', 'b', 'c'] as const).map((id) => ({ id, label: id.toUpperCase() }));
  return (
    <div dir={props.dir} style={{ direction: props.dir }}>
      <Tabs label="Lanes" tabs={tabs} current={current} onChange={setCurrent}>
        <p>{current}</p>
      </Tabs>
    </div>
  );
}

test('tabs follow the arrow keys round, and Home and End', () => {
  render(<Lanes dir="ltr" />);
  const press = (key: string): string | null => {
    fireEvent.keyDown(screen.getByRole('tab', { selected: true }), { key });
    return screen.getByRole('tab', { selected: true }).textContent;
  };
  expect([press('ArrowRight'), press('End'), press('ArrowRight'), press('ArrowLeft'), press('Home')]).toEqual([
    'B',
    'C',
    'A',
    'C',
    'A',
  ]);
  expect(screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
  expect(screen.getByRole('tabpanel', { name: 'A' }).textContent).toBe('a');
});

test('a dialog is named, holds its question, and Escape is an answer', () => {
  const close = vi.fn();
  const { rerender } = render(
    <Dialog open={false} onClose={close} title="Stop here?" actions={<Button>Keep it</Button>} />,
  );
  expect(screen.queryByRole('dialog')).toBeNull();
  rerender(<Dialog open onClose={close} title="Stop here?" actions={<Button>Keep it</Button>} />);
  const dialog = screen.getByRole('dialog', { name: 'Stop here?' });
  expect(within(dialog).getByRole('button', { name: 'Keep it' })).toBeTruthy();
  fireEvent(dialog, new Event('cancel', { cancelable: true }));
  expect(close).toHaveBeenCalledTimes(1);
});

test('a code is spelled to a screen reader and grouped for the eye', () => {
  const { container } = render(<CodeShow code="7kqp4m2x" label="Your code" />);
  expect(container.querySelector('.visually-hidden')?.textContent).toBe('7 K Q P 4 M 2 X');
  expect([...container.querySelectorAll('.code-show__group')].map((group) => group.textContent)).toEqual([
    '7KQP',
    '4M2X',
  ]);
  expect(container.querySelector('.code-show__code')?.getAttribute('dir')).toBe('ltr');
});

test('a name tile is named by the person and what waits for them', () => {
  const open = vi.fn();
  render(<NameTile name="Bridget Ward" detail="2 drafts" onClick={open} />);
  fireEvent.click(screen.getByRole('button', { name: 'Bridget Ward 2 drafts' }));
  expect(open).toHaveBeenCalledTimes(1);
});

test('a whole row opens what it names', () => {
  render(
    <ul>
      <ListRow title="The wall" detail="14:05" href="/inbox/1" current />
    </ul>,
  );
  const link = screen.getByRole('link', { name: /The wall/ });
  expect(link.getAttribute('href')).toBe('/inbox/1');
  expect(link.getAttribute('aria-current')).toBe('true');
});

test('a picture card that only shows is no button', () => {
  const { rerender } = render(<PictureCard picture={null} label="Promise" />);
  expect(screen.queryByRole('button')).toBeNull();
  rerender(<PictureCard picture={null} label="Promise" pressed={false} onClick={() => undefined} />);
  expect(screen.getByRole('button', { name: 'Promise', pressed: false })).toBeTruthy();
});

test('a photo is named by its caption, and can be taken again', () => {
  const take = vi.fn();
  render(
    <>
      <PhotoTile url="blob:x" caption="The tap" captionLabel="What is it?" alt="Photo" />
      <TakePhoto onPhoto={take}>Take a photo</TakePhoto>
    </>,
  );
  expect(screen.getByRole('img', { name: 'The tap' })).toBeTruthy();
  const input = screen.getByLabelText<HTMLInputElement>('Take a photo');
  expect(input.getAttribute('capture')).toBe('environment');
  const photo = new File(['x'], 'x.jpg', { type: 'image/jpeg' });
  fireEvent.change(input, { target: { files: [photo] } });
  expect(take).toHaveBeenCalledExactlyOnceWith(photo);
});

test('a table names its rows and columns, and says so when there is nothing', () => {
  const columns = [
    { id: 'name', label: 'Tablet', names: true, cell: (row: string) => row },
    { id: 'left', label: 'Waiting', number: true, cell: () => 3 },
  ];
  const { rerender } = render(
    <DataTable caption="Tablets" columns={columns} rows={['Blue']} rowKey={(row) => row} empty={<p>None</p>} />,
  );
  const table = screen.getByRole('table', { name: 'Tablets' });
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((cell) => cell.textContent),
  ).toEqual(['Tablet', 'Waiting']);
  expect(within(table).getByRole('rowheader', { name: 'Blue' })).toBeTruthy();
  rerender(<DataTable caption="Tablets" columns={columns} rows={[]} rowKey={(row) => row} empty={<p>None</p>} />);
  expect(screen.getByText('None')).toBeTruthy();
});
