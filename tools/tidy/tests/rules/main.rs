//! One file per rule, named as the rule.

mod answers_are_green;
mod answers_fit_the_manifest;
mod code_on_pages_is_compiled;
mod emphasis_is_alive;
mod exercises_start_red;
mod includes_hit_something;
mod manifests_take_from_the_workspace;
mod names_agree;
mod nothing_is_ignored_without_a_reason;
mod nothing_is_left_in_english;
mod nothing_real_in_an_exercise;
mod output_is_not_among_the_sources;
mod pages_have_their_parts;
mod readme_shows_a_listing;
mod right_answers_are_accepted;
mod starting_code_is_kept;
mod terms_are_kept;
mod titles_agree;
mod translations_have_one_skeleton;
mod translations_name_their_source;
mod typography_is_native;
mod wrong_answers_are_rejected;
