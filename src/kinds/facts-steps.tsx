import type { PlaceFacts } from '../domain/place.ts';
import { AccessFields, CareFields, PeopleFields, saysNone, TimesFields } from './facts-fields.tsx';
import type { CaptureStep, StepProps } from './views.ts';

interface WithFacts {
  readonly facts: PlaceFacts;
}

/** What is good to know of a place, in four steps, each of which may be left out. */
export function factSteps<Draft extends WithFacts>(): readonly CaptureStep<Draft>[] {
  const told = ({ value, onChange }: StepProps<Draft>) => ({
    value: value.facts,
    onChange: (facts: PlaceFacts) => onChange({ ...value, facts }),
  });
  return [
    {
      id: 'people',
      View: (props) => <PeopleFields {...told(props)} />,
      empty: ({ facts }) => saysNone(facts, 'whoMeets', 'host', 'languages'),
    },
    {
      id: 'times',
      View: (props) => <TimesFields {...told(props)} />,
      empty: ({ facts }) => saysNone(facts, 'goodTimes', 'timesNote'),
    },
    {
      id: 'access',
      View: (props) => <AccessFields {...told(props)} />,
      empty: ({ facts }) => saysNone(facts, 'access', 'accessNote', 'signal', 'charging'),
    },
    {
      id: 'care',
      View: (props) => <CareFields {...told(props)} today={props.context.today} />,
      empty: ({ facts }) => saysNone(facts, 'sensitivities', 'photos', 'notAlone', 'permission'),
    },
  ];
}

/** The same, on one screen with others. */
export const FACT_FOLDS = [
  { step: 'people', as: 'fold' },
  { step: 'times', as: 'fold' },
  { step: 'access', as: 'fold' },
  { step: 'care', as: 'fold' },
] as const;
