//! What a product's category and words ask for (specification 4.4).

use super::fields::Fields;
use crate::diagnostic::{Code, Finding};
use crate::model::{Category, CategoryRule, Common, Demand, Exemption, Id, Need, PermitKind, ProductFacts, claims};

/// What the category asks for: permits, shelf life, ingredients, ages, weight. Permits that the entry lacks are told
/// later, since its maker may have them.
pub fn of_category(fields: &Fields<'_>, facts: &ProductFacts, category: Id<Category>) -> Vec<Demand> {
    if fields.ctx.draft {
        return Vec::new();
    }
    let rule = fields.ctx.tables.categories.rule_of(category);
    let needs = |name: &str, need: Need, code: Code| {
        let finding = Finding::new(code);
        Demand { need, finding, span: fields.span_of(name) }
    };
    let demand = match rule {
        Some(CategoryRule::Food) => {
            judge_food(fields, facts);
            let finding = Finding::new(Code::ProdPanganIzin).instead("pengecualian: simpan_kurang_7_hari");
            let exempt = facts.exemption.is_some() || fields.has("pengecualian");
            (!exempt).then(|| Demand { need: Need::Food, finding, span: fields.span_of("izin") })
        }
        Some(CategoryRule::Cosmetics) => Some(needs("izin", Need::Cosmetics, Code::ProdKosmetik)),
        Some(CategoryRule::Herbal) => Some(needs("izin", Need::Herbal, Code::ProdJamu)),
        Some(CategoryRule::Toys) if facts.age.is_none() => Some(needs("usia", Need::Standard, Code::ProdMainan)),
        _ => None,
    };
    if rule != Some(CategoryRule::Service) && facts.weight_g.is_none() && !fields.has("berat_g") {
        fields.report(fields.span_of("berat_g"), Finding::new(Code::ProdBerat));
    }
    demand.into_iter().filter(|demand| !demand.need.is_met_by(&facts.proofs)).collect()
}

fn judge_food(fields: &Fields<'_>, facts: &ProductFacts) {
    let warn = |name: &str, code: Code| fields.report(fields.span_of(name), Finding::new(code));
    let factory = facts.exemption == Some(Exemption::FactoryGoods);
    if facts.shelf_life.is_none() && !factory {
        warn("simpan", Code::ProdPanganSimpan);
    }
    if facts.ingredients.is_empty() && !factory {
        warn("komposisi", Code::ProdPanganKomposisi);
    }
    if facts.allergens.is_empty() && !factory {
        warn("alergen", Code::ProdPanganAlergen);
    }
}

/// Words that promise too much, unless a permit stands behind them. Behind a claim about health it must be the product's
/// own; what the maker may have for it is told later.
pub fn of_words(fields: &Fields<'_>, common: &Common, facts: &ProductFacts) -> Vec<Demand> {
    if claims::find_promotion(&common.name.id).is_some() {
        fields.report(common.name_span, Finding::new(Code::ProdNamaHarga));
    }
    let summary = common.summary.as_ref().map_or("", |summary| summary.id.as_str());
    let texts = [("nama", common.name.id.as_str()), ("ringkas", summary), ("deskripsi", common.body.id.plain.as_str())];
    let registered = facts.proofs.iter().any(|proof| proof.kind == PermitKind::Bpom && proof.number.is_some());
    let mut demands = Vec::new();
    for (name, text) in texts {
        let span = fields.span_of(name);
        if !registered && let Some(range) = claims::find_health_claim(text) {
            let word = text.get(range).unwrap_or_default();
            fields.report(span, Finding::new(Code::ProdKlaim).with("kata", word).with("kolom", name));
        }
        if claims::find_halal_claim(text).is_some() {
            demands.push(Demand {
                need: Need::Halal,
                finding: Finding::new(Code::HalalKlaim).with("kolom", name),
                span,
            });
        }
    }
    if claims::has_registered_sign(&common.name.id) {
        let finding = Finding::new(Code::HkiR);
        demands.push(Demand { need: Need::Trademark, finding, span: common.name_span });
    }
    demands.retain(|demand| !demand.need.is_met_by(&facts.proofs));
    demands
}
