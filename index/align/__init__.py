"""What several articles say on one topic, laid side by side: who speaks, in which row, and why."""
