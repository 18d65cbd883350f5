/** placeholder until written below */
export function ResultsPage(_props: { surveyId: string }) {
  return null;
}
